output "topic_arn" {
  description = "The topic's ARN, for alarms to publish to."
  value       = aws_sns_topic.alarms[local.region].arn
}

output "edge_topic_arn" {
  description = "ARN of the topic in us-east-1, for the alarms of CloudFront; mostly the same."
  value       = aws_sns_topic.alarms["us-east-1"].arn
}
