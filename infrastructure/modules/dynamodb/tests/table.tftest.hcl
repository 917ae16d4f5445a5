mock_provider "aws" {}

variables {
  name = "cloud-resume-test"
}

run "the_count_survives_mistakes_by_default" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.visitors.deletion_protection_enabled && aws_dynamodb_table.visitors.point_in_time_recovery[0].enabled
    error_message = "By default a table must be protected and backed up."
  }
}

run "the_table_is_the_one_that_the_function_writes" {
  variables {
    protected = false
  }

  assert {
    condition     = output.table_name == "cloud-resume-test-visitors"
    error_message = "The table's name must begin with the given name."
  }

  assert {
    condition     = aws_dynamodb_table.visitors.hash_key == "CounterName" && tolist(aws_dynamodb_table.visitors.attribute)[0].type == "S"
    error_message = "The key must be the string CounterName."
  }

  assert {
    condition     = aws_dynamodb_table.visitors.billing_mode == "PAY_PER_REQUEST" && aws_dynamodb_table.visitors.on_demand_throughput[0].max_write_request_units == 20
    error_message = "The table must be paid per request, with a cap."
  }

  assert {
    condition     = !aws_dynamodb_table.visitors.deletion_protection_enabled && !aws_dynamodb_table.visitors.point_in_time_recovery[0].enabled
    error_message = "An unprotected table must be neither protected nor backed up."
  }
}

run "who_was_there_is_forgotten_and_never_backed_up" {
  assert {
    condition     = output.seen_table_name == "cloud-resume-test-seen" && aws_dynamodb_table.seen.hash_key == "CounterName"
    error_message = "The second table must have the same key and a name of its own."
  }

  assert {
    condition     = aws_dynamodb_table.seen.ttl[0].enabled && aws_dynamodb_table.seen.ttl[0].attribute_name == "ttl"
    error_message = "What was seen must end by itself."
  }

  assert {
    condition     = length(aws_dynamodb_table.seen.point_in_time_recovery) == 0 || !try(aws_dynamodb_table.seen.point_in_time_recovery[0].enabled, false)
    error_message = "A salt in a backup was never destroyed: this table must have none, whether the environment is protected or not."
  }

  assert {
    condition     = aws_dynamodb_table.seen.on_demand_throughput[0].max_write_request_units == 10 && aws_dynamodb_table.seen.on_demand_throughput[0].max_read_request_units == 5
    error_message = "The second table must be capped at half of the first."
  }
}

run "days_may_end_and_the_total_may_not" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.visitors.ttl[0].enabled && aws_dynamodb_table.visitors.ttl[0].attribute_name == "expires"
    error_message = "The days' items end by `expires`, which the function gives to them alone."
  }
}

run "a_name_that_aws_would_refuse_is_refused" {
  command = plan

  variables {
    name = "Cloud Resume"
  }

  expect_failures = [var.name]
}

run "a_cap_of_nothing_is_refused" {
  command = plan

  variables {
    max_read_units  = 0
    max_write_units = 2.5
  }

  expect_failures = [var.max_read_units, var.max_write_units]
}
