# Tells a chat of every alarm, if its webhook is given: CloudWatch tells EventBridge of each change of an alarm for nothing, and
# an API destination posts {"text": "…"}, which Slack, Mattermost, Rocket.Chat, Google Chat and (with /slack) Discord understand.
locals {
  webhook_regions = nonsensitive(var.alarm_webhook) == "" ? [] : local.regions
}

resource "aws_cloudwatch_event_rule" "webhook" {
  for_each = local.webhook_regions

  region      = each.key
  name        = "${var.name}-alarms"
  description = "An alarm of ${var.name} rings, or is over."

  event_pattern = jsonencode({
    source        = ["aws.cloudwatch"]
    "detail-type" = ["CloudWatch Alarm State Change"]
    detail = {
      alarmName = [{ prefix = "${var.name}-" }]
      # That a new alarm is quiet is no news.
      "$or" = [
        { state = { value = ["ALARM"] } },
        { state = { value = ["OK"] }, previousState = { value = ["ALARM"] } },
      ]
    }
  })
}

resource "aws_cloudwatch_event_target" "webhook" {
  for_each = local.webhook_regions

  region   = each.key
  rule     = aws_cloudwatch_event_rule.webhook[each.key].name
  arn      = aws_cloudwatch_event_api_destination.webhook[each.key].arn
  role_arn = aws_iam_role.webhook[0].arn

  input_transformer {
    input_paths = {
      name   = "$.detail.alarmName"
      state  = "$.detail.state.value"
      reason = "$.detail.state.reason"
      time   = "$.time"
    }
    input_template = "{\"text\": \"<state>: <name> at <time>. <reason>\"}"
  }

  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = 10
  }
}

resource "aws_cloudwatch_event_api_destination" "webhook" {
  for_each = local.webhook_regions

  region                           = each.key
  name                             = "${var.name}-webhook"
  description                      = "The chat that hears of the alarms of ${var.name}."
  invocation_endpoint              = var.alarm_webhook
  http_method                      = "POST"
  invocation_rate_limit_per_second = 1
  connection_arn                   = aws_cloudwatch_event_connection.webhook[each.key].arn
}

# A webhook's secret is its address, but EventBridge wants a key too: it is sent along and means nothing.
resource "aws_cloudwatch_event_connection" "webhook" {
  for_each = local.webhook_regions

  region             = each.key
  name               = "${var.name}-webhook"
  description        = "A webhook needs no key: this one means nothing."
  authorization_type = "API_KEY"

  auth_parameters {
    api_key {
      key   = "x-sent-by"
      value = var.name
    }
  }
}

resource "aws_iam_role" "webhook" {
  count = length(local.webhook_regions) > 0 ? 1 : 0

  name                 = "${var.name}-webhook"
  permissions_boundary = var.permissions_boundary == "" ? null : "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/${var.permissions_boundary}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "webhook" {
  count = length(local.webhook_regions) > 0 ? 1 : 0

  name = "webhook"
  role = aws_iam_role.webhook[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "events:InvokeApiDestination"
      Resource = [for destination in aws_cloudwatch_event_api_destination.webhook : destination.arn]
    }]
  })
}
