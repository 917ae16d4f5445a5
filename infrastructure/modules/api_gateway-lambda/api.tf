# The one way in: POST /visitor, called by CloudFront.
resource "aws_apigatewayv2_api" "visitor" {
  name          = "${var.name}-visitor"
  description   = "Counts the visits of the site; CloudFront calls it."
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "visitor" {
  #checkov:skip=CKV_AWS_309:The counter is public: whoever opens the page is counted. The function checks that CloudFront sent the call.
  api_id    = aws_apigatewayv2_api.visitor.id
  route_key = "POST /visitor"
  target    = "integrations/${aws_apigatewayv2_integration.visitor.id}"
}

resource "aws_apigatewayv2_integration" "visitor" {
  api_id                 = aws_apigatewayv2_api.visitor.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.visitor.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_stage" "visitor" {
  api_id      = aws_apigatewayv2_api.visitor.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit  = var.requests_per_second
    throttling_burst_limit = var.burst
  }

  # Neither the visitor's address nor the browser: a log of what the API did, not of who called.
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format = jsonencode({
      time      = "$context.requestTimeEpoch"
      request   = "$context.requestId"
      route     = "$context.routeKey"
      status    = "$context.status"
      bytes     = "$context.responseLength"
      ms        = "$context.responseLatency"
      lambda_ms = "$context.integrationLatency"
      error     = "$context.integrationErrorMessage"
    })
  }
}

# Under /aws/vendedlogs/ the many APIs of an account do not fill up CloudWatch's one resource policy.
resource "aws_cloudwatch_log_group" "api" {
  #checkov:skip=CKV_AWS_158:The log holds no personal data, and AWS's own key encrypts it.
  #checkov:skip=CKV_AWS_338:What is not needed is not kept: a month is enough to find a fault.
  name              = "/aws/vendedlogs/${var.name}-api"
  retention_in_days = var.log_retention_days
}

resource "aws_lambda_permission" "api" {
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.visitor.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.visitor.execution_arn}/$default/POST/visitor"
}
