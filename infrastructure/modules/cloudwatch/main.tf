# Three alarms: too many visits fail, too many requests of the site fail, and more come than usual.
# The first counts what the API answers, so it hears of mistakes of the function, of its time-outs, of calls that were throttled
# and of permissions that are lost; the function itself never fails, for it answers 500 to whatever goes wrong.
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
    for_each = { errors = "5xx", calls = "Count" }

    content {
      id = metric_query.key

      metric {
        namespace   = "AWS/ApiGateway"
        metric_name = metric_query.value
        dimensions  = { ApiId = var.api_id }
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

# CloudFront's metrics are in us-east-1, wherever the rest lies, and an alarm can only tell a topic of its own region.
resource "aws_cloudwatch_metric_alarm" "site_errors" {
  region            = "us-east-1"
  alarm_name        = "${var.name}-site-errors"
  alarm_description = "More than ${var.error_percent} % of the site's requests failed within 5 minutes: look at the bucket, its policy and the distribution ${var.distribution_id}."

  namespace   = "AWS/CloudFront"
  metric_name = "5xxErrorRate"
  dimensions  = { DistributionId = var.distribution_id, Region = "Global" }
  statistic   = "Average"
  period      = 300

  comparison_operator = "GreaterThanThreshold"
  threshold           = var.error_percent
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.edge_topic_arn]
  ok_actions          = [var.edge_topic_arn]
}

# A flood, or the day on which many come: worth a look either way.
resource "aws_cloudwatch_metric_alarm" "visits" {
  alarm_name        = "${var.name}-visits"
  alarm_description = "More than ${var.visits_per_hour} visits within an hour. `npx cloud-resume stats` tells from where; a flood costs no more than docs/deploy.md says."

  namespace   = "AWS/ApiGateway"
  metric_name = "Count"
  dimensions  = { ApiId = var.api_id }
  statistic   = "Sum"
  period      = 3600

  comparison_operator = "GreaterThanThreshold"
  threshold           = var.visits_per_hour
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn]
}

locals {
  # In percent, as the threshold is.
  error_percent = "IF(calls > 0, 100 * errors / calls, 0)"
}
