# Rings when too many calls of the function fail.
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name        = "${var.name}-errors"
  alarm_description = "More than ${var.error_percent} % of the visitor counter's calls failed within 5 minutes. The function's log is /aws/lambda/${var.function_name}."

  metric_query {
    id          = "percent"
    label       = "Failed calls in percent"
    expression  = local.error_percent
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { errors = "Errors", calls = "Invocations" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/Lambda"
        metric_name = metric_query.value
        dimensions  = { FunctionName = var.function_name }
        stat        = "Sum"
        period      = 300
      }
    }
  }

  comparison_operator = "GreaterThanThreshold"
  threshold           = var.error_percent
  evaluation_periods  = 1
  # No visit is no failure.
  treat_missing_data = "notBreaching"
  alarm_actions      = [var.topic_arn]
  ok_actions         = [var.topic_arn]
}

locals {
  # In percent, as the threshold is.
  error_percent = "IF(calls > 0, 100 * errors / calls, 0)"
}
