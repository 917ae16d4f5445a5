mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { region = "eu-central-1" }
  }
}

variables {
  name            = "cloud-resume-test"
  topic_arn       = "arn:aws:sns:eu-central-1:123456789012:cloud-resume-test-alarms"
  edge_topic_arn  = "arn:aws:sns:us-east-1:123456789012:cloud-resume-test-alarms"
  function_name   = "cloud-resume-test-visitor"
  api_id          = "api"
  table_name      = "cloud-resume-test-visitors"
  distribution_id = "E123"
}

run "the_alarm_rings_above_thirty_percent_of_five_minutes" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.errors.comparison_operator == "GreaterThanThreshold" && aws_cloudwatch_metric_alarm.errors.threshold == 30
    error_message = "The threshold is in percent: 30 means 30 %."
  }

  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.errors.metric_query : query.expression if query.return_data == true]) == "IF(calls > 0, 100 * errors / calls, 0)"
    error_message = "What is compared with the threshold must be in percent too."
  }

  assert {
    condition = {
      for query in aws_cloudwatch_metric_alarm.errors.metric_query : query.id =>
      [query.metric[0].namespace, query.metric[0].metric_name, query.metric[0].stat, query.metric[0].period, query.metric[0].dimensions.ApiId]
      if query.id != "percent"
      } == {
      errors = ["AWS/ApiGateway", "5xx", "Sum", 300, "api"]
      calls  = ["AWS/ApiGateway", "Count", "Sum", 300, "api"]
    }
    error_message = "What the API answers counts, summed over 5 minutes: the function answers 500 itself, which Lambda counts as a success."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.errors.evaluation_periods == 1 && aws_cloudwatch_metric_alarm.errors.treat_missing_data == "notBreaching"
    error_message = "One period of 5 minutes decides, and no visit is no failure."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.errors.alarm_actions == toset([var.topic_arn]) && aws_cloudwatch_metric_alarm.errors.ok_actions == toset([var.topic_arn])
    error_message = "The alarm must tell the topic when it rings and when all is well again."
  }
}

run "an_alarm_of_the_site_lies_where_cloudfront_s_metrics_are" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.site_errors.region == "us-east-1" && aws_cloudwatch_metric_alarm.site_errors.alarm_actions == toset([var.edge_topic_arn]) && aws_cloudwatch_metric_alarm.site_errors.ok_actions == toset([var.edge_topic_arn])
    error_message = "CloudFront's metrics are in us-east-1, and an alarm reaches a topic of its own region alone."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.site_errors.metric_name == "5xxErrorRate" && aws_cloudwatch_metric_alarm.site_errors.dimensions == tomap({ DistributionId = "E123", Region = "Global" })
    error_message = "The rate of the distribution's failed requests must be watched."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.site_errors.threshold == 30 && aws_cloudwatch_metric_alarm.site_errors.treat_missing_data == "notBreaching"
    error_message = "The rate is in percent, and nobody's visit is no failure."
  }
}

run "a_rise_of_visits_is_told" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.visits.metric_name == "Count" && aws_cloudwatch_metric_alarm.visits.period == 3600 && aws_cloudwatch_metric_alarm.visits.threshold == 1000 && aws_cloudwatch_metric_alarm.visits.alarm_actions == toset([var.topic_arn])
    error_message = "More than a thousand calls within an hour must be told."
  }
}

run "the_dashboard_shows_function_api_and_table" {
  assert {
    condition     = alltrue([for shown in [var.function_name, var.table_name, "ApiId"] : strcontains(aws_cloudwatch_dashboard.overview.dashboard_body, shown)])
    error_message = "The dashboard must show the function, the API and the table."
  }

  assert {
    condition     = alltrue([for widget in jsondecode(aws_cloudwatch_dashboard.overview.dashboard_body).widgets : widget.properties.region == "eu-central-1" && widget.x + widget.width <= 24])
    error_message = "Every widget needs a region, and the grid is 24 wide."
  }
}

run "a_fraction_for_a_percentage_is_refused" {
  command = plan

  variables {
    error_percent = 0.3
  }

  expect_failures = [var.error_percent]
}

run "a_rise_that_cannot_be_is_refused" {
  command = plan

  variables {
    visits_per_hour = 0
  }

  expect_failures = [var.visits_per_hour]
}
