mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/cloud-resume-test-visitor" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:mock" }
  }

  mock_resource "aws_lambda_function" {
    defaults = {
      arn        = "arn:aws:lambda:us-east-1:123456789012:function:cloud-resume-test-visitor"
      invoke_arn = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/mock/invocations"
    }
  }

  mock_resource "aws_apigatewayv2_api" {
    defaults = { execution_arn = "arn:aws:execute-api:us-east-1:123456789012:mock" }
  }
}

variables {
  name            = "cloud-resume-test"
  table_name      = "cloud-resume-test-visitors"
  table_arn       = "arn:aws:dynamodb:us-east-1:123456789012:table/cloud-resume-test-visitors"
  seen_table_name = "cloud-resume-test-seen"
  seen_table_arn  = "arn:aws:dynamodb:us-east-1:123456789012:table/cloud-resume-test-seen"
  dist            = "tests/built"
}

run "the_api_has_one_throttled_route" {
  assert {
    condition     = aws_apigatewayv2_route.visitor.route_key == "POST /visitor"
    error_message = "The route must be POST /visitor."
  }

  assert {
    condition     = length(aws_apigatewayv2_api.visitor.cors_configuration) == 0
    error_message = "The page calls its own origin: the API needs no CORS."
  }

  assert {
    condition     = aws_apigatewayv2_stage.visitor.default_route_settings[0].throttling_rate_limit == 5 && aws_apigatewayv2_stage.visitor.default_route_settings[0].throttling_burst_limit == 10
    error_message = "The API must be throttled to 5 calls per second, 10 at once."
  }

  assert {
    condition     = aws_lambda_permission.api.source_arn == "arn:aws:execute-api:us-east-1:123456789012:mock/$default/POST/visitor"
    error_message = "Nothing but the one route may call the function."
  }
}

run "the_access_log_tells_nothing_about_visitors" {
  command = plan

  assert {
    condition     = !can(regex("(?i)sourceIp|userAgent|identity|domainName", aws_apigatewayv2_stage.visitor.access_log_settings[0].format))
    error_message = "The access log must hold neither address nor browser."
  }
}

run "the_function_runs_as_built" {
  command = plan

  assert {
    condition     = aws_lambda_function.visitor.runtime == "nodejs24.x" && aws_lambda_function.visitor.architectures == tolist(["arm64"]) && aws_lambda_function.visitor.handler == "index.handler"
    error_message = "The function must run index.handler on Node.js 24 and arm64."
  }

  assert {
    condition     = aws_lambda_function.visitor.source_code_hash == filebase64sha256("tests/built/lambda.zip")
    error_message = "The function must change when its zip does."
  }

  assert {
    condition     = aws_lambda_function.visitor.environment[0].variables.TABLE_NAME == "cloud-resume-test-visitors"
    error_message = "The function must know its table."
  }

  assert {
    condition     = aws_lambda_function.visitor.environment[0].variables.SEEN_TABLE_NAME == "cloud-resume-test-seen" && aws_lambda_function.visitor.environment[0].variables.KEEP_DAYS == "0"
    error_message = "The function must know the table of who was there, and keep days for ever unless told otherwise."
  }

  assert {
    condition     = aws_cloudwatch_log_group.visitor.name == "/aws/lambda/cloud-resume-test-visitor" && aws_cloudwatch_log_group.visitor.retention_in_days == 30
    error_message = "The function's log must be its own and forget after 30 days."
  }
}

run "the_function_may_count_and_write_its_log_and_nothing_else" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role_policy.visitor.policy).Statement == [
      {
        Effect   = "Allow", Action = ["dynamodb:GetItem", "dynamodb:UpdateItem"],
        Resource = [for table in ["visitors", "seen"] : "arn:aws:dynamodb:us-east-1:123456789012:table/cloud-resume-test-${table}"]
      },
      { Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "arn:aws:logs:us-east-1:123456789012:log-group:mock:*" },
    ]
    error_message = "The role must grant reading and updating an item of the two tables and writing to its own log, no more."
  }

  assert {
    condition     = aws_iam_role.visitor.permissions_boundary == null
    error_message = "Without the name of a boundary there is none."
  }
}

run "a_boundary_is_named_and_found_in_the_account" {
  command = plan

  variables {
    permissions_boundary = "cloud-resume-boundary-test"
  }

  assert {
    condition     = aws_iam_role.visitor.permissions_boundary == "arn:aws:iam::123456789012:policy/cloud-resume-boundary-test"
    error_message = "The boundary must be the account's policy of that name."
  }
}

run "the_function_knows_the_secret_by_its_hash" {
  command = plan

  assert {
    condition     = aws_lambda_function.visitor.environment[0].variables.ORIGIN_SECRET_HASHES == nonsensitive(sha256(output.origin_secret))
    error_message = "The function must get the hash of the one secret."
  }

  assert {
    condition     = length(nonsensitive(output.origin_secret)) == 36
    error_message = "The secret must be a UUID."
  }
}

run "a_second_plan_draws_no_new_secret" {
  command = plan

  # A new secret would not be known yet, and an unknown value fails here.
  assert {
    condition     = length(nonsensitive(output.origin_secret)) == 36
    error_message = "The secret must stay until its generation is raised."
  }
}

run "the_next_secret_is_sent_while_the_last_is_still_accepted" {
  variables {
    origin_secret_generation = 2
  }

  assert {
    condition     = nonsensitive(output.origin_secret == terraform_data.origin_secret["2"].triggers_replace)
    error_message = "CloudFront must send the newest secret."
  }

  assert {
    condition = aws_lambda_function.visitor.environment[0].variables.ORIGIN_SECRET_HASHES == nonsensitive(join(",", [
      sha256(terraform_data.origin_secret["1"].triggers_replace),
      sha256(terraform_data.origin_secret["2"].triggers_replace),
    ]))
    error_message = "The function must accept the last secret and the new one."
  }
}

run "the_secret_before_the_last_is_forgotten" {
  variables {
    origin_secret_generation = 3
  }

  assert {
    condition     = join(" ", keys(terraform_data.origin_secret)) == "2 3"
    error_message = "No more than two secrets may be accepted."
  }
}

run "a_missing_build_is_refused" {
  command = plan

  variables {
    dist = "tests/not-built"
  }

  expect_failures = [var.dist]
}

run "limits_that_make_no_sense_are_refused" {
  command = plan

  variables {
    requests_per_second      = 0
    reserved_concurrency     = 0
    log_retention_days       = 31
    stats_retention_days     = 0.5
    origin_secret_generation = 0
  }

  expect_failures = [
    var.requests_per_second,
    var.reserved_concurrency,
    var.log_retention_days,
    var.stats_retention_days,
    var.origin_secret_generation,
  ]
}

run "a_burst_below_the_rate_is_refused" {
  command = plan

  variables {
    requests_per_second = 20
  }

  expect_failures = [var.burst]
}
