output "table_name" {
  description = "The table's name."
  value       = aws_dynamodb_table.visitors.name
}

output "table_arn" {
  description = "The table's ARN, to grant access to it."
  value       = aws_dynamodb_table.visitors.arn
}

output "seen_table_name" {
  description = "The name of the table that knows who was there today."
  value       = aws_dynamodb_table.seen.name
}

output "seen_table_arn" {
  description = "That table's ARN, to grant access to it."
  value       = aws_dynamodb_table.seen.arn
}
