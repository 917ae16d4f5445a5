output "api_endpoint" {
  description = "The API's own address; only CloudFront calls it."
  value       = aws_apigatewayv2_api.visitor.api_endpoint
}

output "api_id" {
  description = "The API's id, to read its metrics."
  value       = aws_apigatewayv2_api.visitor.id
}

output "function_name" {
  description = "The function's name, to watch it."
  value       = aws_lambda_function.visitor.function_name
}

output "origin_secret" {
  description = "What CloudFront sends in x-origin-secret."
  value       = terraform_data.origin_secret[tostring(var.origin_secret_generation)].triggers_replace
  sensitive   = true
}
