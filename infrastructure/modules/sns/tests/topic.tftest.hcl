mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_resource "aws_sns_topic" {
    defaults = {
      arn    = "arn:aws:sns:us-east-1:123456789012:cloud-resume-test-alarms"
      region = "us-east-1"
    }
  }
}

variables {
  name = "cloud-resume-test"
}

run "only_alarms_of_this_environment_may_publish" {
  assert {
    condition = jsondecode(aws_sns_topic_policy.alarms.policy).Statement == [{
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
    condition     = aws_sns_topic.alarms.kms_master_key_id == null
    error_message = "CloudWatch cannot publish to a topic encrypted with AWS's own key for SNS."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.email) == 0
    error_message = "Without an address nobody is subscribed."
  }
}

run "an_address_is_subscribed" {
  variables {
    alarm_email = "jane@jane.example"
  }

  assert {
    condition     = aws_sns_topic_subscription.email[0].protocol == "email" && aws_sns_topic_subscription.email[0].endpoint == "jane@jane.example"
    error_message = "The address must be subscribed by e-mail."
  }
}

run "what_is_no_address_is_refused" {
  command = plan

  variables {
    alarm_email = "jane at jane.example"
  }

  expect_failures = [var.alarm_email]
}
