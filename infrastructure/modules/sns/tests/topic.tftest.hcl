mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_region" {
    defaults = { region = "us-east-1" }
  }

  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:cloud-resume-test-alarms" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/cloud-resume-test-webhook" }
  }

  mock_resource "aws_cloudwatch_event_connection" {
    defaults = { arn = "arn:aws:events:us-east-1:123456789012:connection/cloud-resume-test-webhook/1" }
  }

  mock_resource "aws_cloudwatch_event_api_destination" {
    defaults = { arn = "arn:aws:events:us-east-1:123456789012:api-destination/cloud-resume-test-webhook/1" }
  }
}

variables {
  name = "cloud-resume-test"
}

run "only_alarms_of_this_environment_may_publish" {
  assert {
    condition = jsondecode(aws_sns_topic_policy.alarms["us-east-1"].policy).Statement == [{
      Sid       = "AlarmsOfThisEnvironment"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:us-east-1:123456789012:cloud-resume-test-alarms"
      Condition = {
        ArnLike      = { "aws:SourceArn" = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:cloud-resume-test-*" }
        StringEquals = { "aws:SourceAccount" = "123456789012" }
      }
    }]
    error_message = "The topic must take messages from this environment's alarms alone."
  }

  assert {
    condition     = aws_sns_topic.alarms["us-east-1"].kms_master_key_id == null
    error_message = "CloudWatch cannot publish to a topic encrypted with AWS's own key for SNS."
  }

  assert {
    condition     = keys(aws_sns_topic.alarms) == ["us-east-1"] && output.topic_arn == output.edge_topic_arn
    error_message = "Where all lies in us-east-1 there must be one topic."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.email) + length(aws_sns_topic_subscription.https) + length(aws_cloudwatch_event_rule.webhook) + length(aws_iam_role.webhook) == 0
    error_message = "Without an address nobody is subscribed."
  }
}

run "an_address_is_subscribed" {
  variables {
    alarm_email = "jane@jane.example"
  }

  assert {
    condition     = aws_sns_topic_subscription.email["us-east-1"].protocol == "email" && aws_sns_topic_subscription.email["us-east-1"].endpoint == "jane@jane.example"
    error_message = "The address must be subscribed by e-mail."
  }
}

run "endpoints_that_confirm_by_themselves_are_waited_for" {
  variables {
    alarm_https = ["https://events.pagerduty.example/integration/1/enqueue", "https://desk.jane.example/alarms"]
  }

  assert {
    condition     = toset([for one in aws_sns_topic_subscription.https : nonsensitive(one.endpoint)]) == toset(nonsensitive(var.alarm_https))
    error_message = "Each endpoint must be subscribed."
  }

  assert {
    condition     = alltrue([for one in aws_sns_topic_subscription.https : one.protocol == "https" && one.endpoint_auto_confirms])
    error_message = "A deployment must find out whether the endpoint has confirmed."
  }
}

run "a_chat_hears_of_alarms_by_a_message_that_it_understands" {
  variables {
    alarm_webhook        = "https://hooks.chat.example/services/T/B/secret"
    permissions_boundary = "cloud-resume-boundary-test"
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.webhook["us-east-1"].event_pattern).detail.alarmName == [{ prefix = "cloud-resume-test-" }] && jsondecode(aws_cloudwatch_event_rule.webhook["us-east-1"].event_pattern).source == ["aws.cloudwatch"]
    error_message = "The chat must hear of this environment's alarms alone."
  }

  assert {
    condition     = keys(jsondecode(aws_cloudwatch_event_target.webhook["us-east-1"].input_transformer[0].input_template)) == ["text"]
    error_message = "The message must be what chats take."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.webhook[0].policy).Statement == [{ Action = "events:InvokeApiDestination", Effect = "Allow", Resource = ["arn:aws:events:us-east-1:123456789012:api-destination/cloud-resume-test-webhook/1"] }]
    error_message = "The role must call this destination and no more."
  }

  assert {
    condition     = aws_iam_role.webhook[0].permissions_boundary == "arn:aws:iam::123456789012:policy/cloud-resume-boundary-test"
    error_message = "The role must stay within the environment's boundary, or the pipeline may not make it."
  }
}

run "elsewhere_the_site_s_alarms_have_a_topic_of_their_own" {
  variables {
    alarm_email   = "jane@jane.example"
    alarm_webhook = "https://hooks.chat.example/services/T/B/secret"
  }

  override_data {
    target = data.aws_region.current
    values = { region = "eu-central-1" }
  }

  assert {
    condition     = keys(aws_sns_topic.alarms) == ["eu-central-1", "us-east-1"] && keys(aws_sns_topic_subscription.email) == ["eu-central-1", "us-east-1"] && keys(aws_cloudwatch_event_rule.webhook) == ["eu-central-1", "us-east-1"]
    error_message = "CloudFront's alarms lie in us-east-1, and an alarm reaches a topic of its own region alone."
  }
}

run "what_is_no_address_is_refused" {
  command = plan

  variables {
    alarm_email   = "jane at jane.example"
    alarm_https   = ["http://desk.jane.example/alarms"]
    alarm_webhook = "hooks.chat.example"
  }

  expect_failures = [var.alarm_email, var.alarm_https, var.alarm_webhook]
}
