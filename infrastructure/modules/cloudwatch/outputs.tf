output "dashboard_url" {
  description = "The dashboard's address in the AWS console."
  value       = "https://console.aws.amazon.com/cloudwatch/home?region=${aws_cloudwatch_metric_alarm.errors.region}#dashboards/dashboard/${aws_cloudwatch_dashboard.overview.dashboard_name}"
}
