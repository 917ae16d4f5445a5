# The counter's table. Its one item is `visitors`, whose attribute `count` is the total.
resource "aws_dynamodb_table" "visitors" {
  #checkov:skip=CKV_AWS_119:Counts are no personal data, and AWS's own key encrypts them; a key of our own costs 1 USD a month.
  name         = "${var.name}-visitors"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "CounterName"

  attribute {
    name = "CounterName"
    type = "S"
  }

  # Caps the cost of a flood of visits.
  on_demand_throughput {
    max_read_request_units  = var.max_read_units
    max_write_request_units = var.max_write_units
  }

  point_in_time_recovery {
    enabled = var.protected
  }

  deletion_protection_enabled = var.protected

  lifecycle {
    prevent_destroy = var.protected
  }
}
