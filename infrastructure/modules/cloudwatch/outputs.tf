output "dashboard_url" {
  description = "The dashboard's address in the AWS console."
  value       = "https://console.aws.amazon.com/cloudwatch/home?region=${data.aws_region.current.region}#dashboards/dashboard/${aws_cloudwatch_dashboard.overview.dashboard_name}"
}
