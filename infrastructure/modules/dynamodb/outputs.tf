output "table_name" {
  description = "The table's name."
  value       = aws_dynamodb_table.visitors.name
}

output "table_arn" {
  description = "The table's ARN, to grant access to it."
  value       = aws_dynamodb_table.visitors.arn
}
