# The whole at a glance: four pictures of the last day.
resource "aws_cloudwatch_dashboard" "overview" {
  dashboard_name = "${var.name}-overview"

  dashboard_body = jsonencode({
    start = "-P1D"
    widgets = [for index, widget in local.widgets : {
      type   = "metric"
      x      = index % 2 * 12
      y      = floor(index / 2) * 6
      width  = 12
      height = 6
      properties = merge({
        region = data.aws_region.current.region
        view   = "timeSeries"
        period = 300
        stat   = "Sum"
      }, widget)
    }]
  })
}

locals {
  widgets = [
    {
      title = "Calls of the API"
      metrics = [
        ["AWS/ApiGateway", "Count", "ApiId", var.api_id, { label = "calls" }],
        ["AWS/ApiGateway", "4xx", "ApiId", var.api_id, { label = "refused" }],
        ["AWS/ApiGateway", "5xx", "ApiId", var.api_id, { label = "failed" }],
      ]
    },
    {
      title = "Failed calls of the API in percent"
      metrics = [
        ["AWS/ApiGateway", "5xx", "ApiId", var.api_id, { id = "errors", visible = false }],
        ["AWS/ApiGateway", "Count", "ApiId", var.api_id, { id = "calls", visible = false }],
        [{ expression = local.error_percent, label = "failed" }],
      ]
      annotations = { horizontal = [{ label = "alarm", value = var.error_percent }] }
    },
    {
      title = "Time of the function in milliseconds"
      metrics = [
        ["AWS/Lambda", "Duration", "FunctionName", var.function_name, { stat = "p50", label = "half of the calls" }],
        ["AWS/Lambda", "Duration", "FunctionName", var.function_name, { stat = "p99", label = "99 of 100 calls" }],
      ]
    },
    {
      title = "Writes to the table"
      metrics = [
        ["AWS/DynamoDB", "ConsumedWriteCapacityUnits", "TableName", var.table_name, { label = "write units" }],
        ["AWS/DynamoDB", "WriteThrottleEvents", "TableName", var.table_name, { label = "refused by the cap" }],
      ]
    },
  ]
}

data "aws_region" "current" {}
