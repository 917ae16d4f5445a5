mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::cloud-resume-state-123456789012" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/mock" }
  }
}

variables {
  protected = false
}

run "the_state_is_private_versioned_and_read_over_tls" {
  assert {
    condition     = output.state_bucket == "cloud-resume-state-123456789012"
    error_message = "The bucket's name must hold the account's number."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.state.block_public_acls,
      aws_s3_bucket_public_access_block.state.block_public_policy,
      aws_s3_bucket_public_access_block.state.ignore_public_acls,
      aws_s3_bucket_public_access_block.state.restrict_public_buckets,
      aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled",
    ])
    error_message = "The state must be private and keep old versions."
  }

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_lifecycle_configuration.state.rule : length(rule.expiration) == 0])
    error_message = "No rule may delete the state."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Effect == "Deny" && jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Condition == { Bool = { "aws:SecureTransport" = "false" } }
    error_message = "Whoever comes without TLS must be refused."
  }
}

run "a_function_s_rights_end_at_its_environment" {
  command = plan

  assert {
    condition = flatten([for statement in jsondecode(aws_iam_policy.boundary["dev"].policy).Statement : statement.Resource]) == [
      "arn:aws:dynamodb:*:123456789012:table/cloud-resume-dev-*",
      "arn:aws:logs:*:123456789012:log-group:/aws/lambda/cloud-resume-dev-*",
      "arn:aws:events:*:123456789012:api-destination/cloud-resume-dev-*",
    ]
    error_message = "The boundary must end at the environment's tables, logs and webhook."
  }
}

run "a_budget_needs_somebody_to_tell" {
  command = plan

  assert {
    condition     = length(aws_budgets_budget.month) == 0
    error_message = "Without an address there must be no budget."
  }
}

run "the_budget_tells_before_it_is_spent" {
  command = plan

  variables {
    email = "jane@jane.example"
  }

  assert {
    condition     = aws_budgets_budget.month[0].limit_amount == "5" && aws_budgets_budget.month[0].limit_unit == "USD"
    error_message = "The budget must be 5 US dollars."
  }

  assert {
    condition = toset([for notification in aws_budgets_budget.month[0].notification : "${notification.notification_type} ${notification.threshold} ${notification.threshold_type}"]) == toset([
      "ACTUAL 80 PERCENTAGE",
      "FORECASTED 100 PERCENTAGE",
    ])
    error_message = "The mail must come at 80 % spent, or when more than all of it is foreseen."
  }
}

run "names_that_aws_would_refuse_are_refused" {
  command = plan

  variables {
    name         = "Cloud Resume"
    region       = "Frankfurt"
    environments = ["dev", "My Env"]
    state_bucket = "state_bucket"
    email        = "jane"
    budget_usd   = 0
  }

  expect_failures = [var.name, var.region, var.environments, var.state_bucket, var.email, var.budget_usd]
}

run "an_environment_cannot_take_the_name_of_a_role" {
  command = plan

  variables {
    environments = ["plan"]
  }

  expect_failures = [var.environments]
}

run "a_zone_is_signed_only_when_asked" {
  command = plan

  assert {
    condition     = length(aws_kms_key.zone) + length(aws_route53_key_signing_key.zone) + length(aws_route53_hosted_zone_dnssec.zone) == 0
    error_message = "A key costs 1 USD a month, and a signed zone has to be looked after: nobody gets one unasked."
  }
}

run "a_signed_zone_has_a_key_that_route_53_takes" {
  variables {
    dnssec_zone_ids = ["Z0123456789ABCDEFGHIJ"]
  }

  assert {
    condition     = alltrue([for key in aws_kms_key.zone : key.region == "us-east-1" && key.customer_master_key_spec == "ECC_NIST_P256" && key.key_usage == "SIGN_VERIFY"])
    error_message = "Route 53 signs with a P-256 key in us-east-1 and with no other."
  }

  assert {
    condition     = keys(output.ds_records) == ["Z0123456789ABCDEFGHIJ"]
    error_message = "The DS record must be told, for it has to be published elsewhere."
  }
}
