mock_provider "aws" {
  mock_resource "aws_cloudwatch_metric_alarm" {
    defaults = { region = "us-east-1" }
  }
}

variables {
  name          = "cloud-resume-test"
  topic_arn     = "arn:aws:sns:us-east-1:123456789012:cloud-resume-test-alarms"
  function_name = "cloud-resume-test-visitor"
  api_id        = "api"
  table_name    = "cloud-resume-test-visitors"
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
      [query.metric[0].metric_name, query.metric[0].stat, query.metric[0].period, query.metric[0].dimensions.FunctionName]
      if query.id != "percent"
      } == {
      errors = ["Errors", "Sum", 300, "cloud-resume-test-visitor"]
      calls  = ["Invocations", "Sum", 300, "cloud-resume-test-visitor"]
    }
    error_message = "Errors and calls must be the function's own, summed over 5 minutes."
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

run "the_dashboard_shows_function_api_and_table" {
  assert {
    condition     = alltrue([for shown in [var.function_name, var.table_name, "ApiId"] : strcontains(aws_cloudwatch_dashboard.overview.dashboard_body, shown)])
    error_message = "The dashboard must show the function, the API and the table."
  }

  assert {
    condition     = alltrue([for widget in jsondecode(aws_cloudwatch_dashboard.overview.dashboard_body).widgets : widget.properties.region == "us-east-1" && widget.x + widget.width <= 24])
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
