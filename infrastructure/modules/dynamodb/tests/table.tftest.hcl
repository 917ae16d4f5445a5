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
    condition     = aws_dynamodb_table.visitors.billing_mode == "PAY_PER_REQUEST" && aws_dynamodb_table.visitors.on_demand_throughput[0].max_write_request_units == 10
    error_message = "The table must be paid per request, with a cap."
  }

  assert {
    condition     = !aws_dynamodb_table.visitors.deletion_protection_enabled && !aws_dynamodb_table.visitors.point_in_time_recovery[0].enabled
    error_message = "An unprotected table must be neither protected nor backed up."
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
