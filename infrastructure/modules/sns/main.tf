# Where alarms go, and from there by e-mail and to HTTPS endpoints; webhook.tf tells a chat. A topic hears the alarms of its own
# region alone, and those of CloudFront are in us-east-1: there is one topic, or one in each of two regions.
locals {
  region  = data.aws_region.current.region
  regions = toset([local.region, "us-east-1"])
}

resource "aws_sns_topic" "alarms" {
  #checkov:skip=CKV_AWS_26:CloudWatch may not use AWS's own key for SNS: with it the alarm would be silent.
  for_each = local.regions

  region = each.key
  name   = "${var.name}-alarms"
}

moved {
  from = aws_sns_topic.alarms
  to   = aws_sns_topic.alarms["us-east-1"]
}

resource "aws_sns_topic_policy" "alarms" {
  for_each = local.regions

  region = each.key
  arn    = aws_sns_topic.alarms[each.key].arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AlarmsOfThisEnvironment"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms[each.key].arn
      Condition = {
        ArnLike      = { "aws:SourceArn" = "arn:aws:cloudwatch:${each.key}:${data.aws_caller_identity.current.account_id}:alarm:${var.name}-*" }
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id }
      }
    }]
  })
}

moved {
  from = aws_sns_topic_policy.alarms
  to   = aws_sns_topic_policy.alarms["us-east-1"]
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alarm_email == "" ? [] : local.regions

  region    = each.key
  topic_arn = aws_sns_topic.alarms[each.key].arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

moved {
  from = aws_sns_topic_subscription.email[0]
  to   = aws_sns_topic_subscription.email["us-east-1"]
}

# These answer AWS's first message by themselves, as PagerDuty and Opsgenie do; the deployment waits a minute for that.
# By their place in the list, because an address that holds a key may not be part of a name.
resource "aws_sns_topic_subscription" "https" {
  for_each = { for pair in setproduct(local.regions, range(local.https_count)) : "${pair[0]} ${pair[1]}" => pair }

  region                          = each.value[0]
  topic_arn                       = aws_sns_topic.alarms[each.value[0]].arn
  protocol                        = "https"
  endpoint                        = var.alarm_https[each.value[1]]
  endpoint_auto_confirms          = true
  confirmation_timeout_in_minutes = 1
}

locals {
  https_count = nonsensitive(length(var.alarm_https))
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}
