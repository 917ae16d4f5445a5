output "topic_arn" {
  description = "The topic's ARN, for alarms to publish to."
  value       = aws_sns_topic.alarms.arn
}
