# What test/infrastructure/replay.ts replays the provider's calls against: every option in use, in one environment and beside it.
mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::cloud-resume-state-123456789012" }
  }
}

variables {
  protected            = false
  github_repository    = "jane/cloud-resume"
  github_owner_id      = 1
  github_repository_id = 2
  domains = {
    dev  = { names = ["trial.example"], hosted_zone_id = "Z0123456789ABCDEFGHIJ" }
    prod = { names = ["jane.example", "www.jane.example"], hosted_zone_id = "Z0123456789ABCDEFGHIJ" }
  }
}

run "roles" {
  command = plan

  assert {
    condition     = keys(aws_iam_role_policy.github) == ["apply-dev", "apply-prod", "plan", "site-dev", "site-prod"]
    error_message = "There must be a role to plan, and two for each environment."
  }
}
