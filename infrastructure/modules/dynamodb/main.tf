# The counter's table: the item `visitors`, whose attribute `count` is the total, and one for the statistics of each day.
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

  # Days go when the function gave them an end; the total never has one.
  ttl {
    attribute_name = "expires"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = var.protected
  }

  deletion_protection_enabled = var.protected

  lifecycle {
    prevent_destroy = var.protected
  }
}

# Who was there today, under a salt that is gone tomorrow. Without backups, because a salt in a backup was never destroyed.
resource "aws_dynamodb_table" "seen" {
  #checkov:skip=CKV_AWS_28:A backup would keep what has to be forgotten when the day ends.
  #checkov:skip=CKV_AWS_119:Nothing in it outlives the day, and AWS's own key encrypts it; a key of our own costs 1 USD a month.
  name         = "${var.name}-seen"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "CounterName"

  attribute {
    name = "CounterName"
    type = "S"
  }

  # A visit writes here once, and to the other table twice.
  on_demand_throughput {
    max_read_request_units  = ceil(var.max_read_units / 2)
    max_write_request_units = ceil(var.max_write_units / 2)
  }

  ttl {
    attribute_name = "ttl"
    enabled        = true
  }
}
