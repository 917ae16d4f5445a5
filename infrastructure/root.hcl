# Inherited by every unit of every environment: the tools, the state, the provider, and what all modules get to know.

terraform_binary             = "tofu"
terraform_version_constraint = ">= 1.12.0, < 2.0.0"
# No lower bound: a Terragrunt built from its source calls itself 0.0.0. mise.toml pins the version.
terragrunt_version_constraint = "< 2.0.0"

locals {
  project = "cloud-resume"
  # live/<environment>/<unit>
  environment = split("/", path_relative_to_include())[1]
  unit        = split("/", path_relative_to_include())[2]
  settings    = read_terragrunt_config(find_in_parent_folders("env.hcl")).locals

  # Where the state bucket lies, and whatever env.hcl gives no region of its own.
  state_region = "us-east-1"

  # The account that the environment lives in: with it, no other is ever touched, whichever profile is in use.
  account_id = regex("^(?:[0-9]{12})?$", lookup(local.settings, "account_id", get_env("AWS_ACCOUNT_ID", ""))) # Wrong? Write the account's twelve digits: account_id = "123456789012".

  # STATE_S3_BUCKET, or else the name that bootstrap gives the bucket of this account. Nothing asks AWS for the account before it has to.
  state_bucket = try(
    regex("^.+$", get_env("STATE_S3_BUCKET", "")),
    "${local.project}-state-${regex("^.+$", local.account_id)}",
    "${local.project}-state-${get_aws_account_id()}",
  )

  has_lock = fileexists("${get_parent_terragrunt_dir()}/.terraform.lock.hcl")

  # Fails when the value is wrong, and the error shows the line with its remark.
  region = regex("^[a-z]{2}(?:-[a-z]+)+-[0-9]$", lookup(local.settings, "region", local.state_region)) # Wrong? Write an AWS region, such as us-east-1.
}

terraform {
  source = "${get_parent_terragrunt_dir()}/modules/${local.unit}"

  # Where `cloud-resume bootstrap` or `doctor --lock` has written the provider's checksums, no other provider is run.
  before_hook "lock" {
    commands = ["init"]
    execute  = local.has_lock ? ["cp", "${get_parent_terragrunt_dir()}/.terraform.lock.hcl", "."] : ["true"]
  }

  extra_arguments "lock" {
    commands  = ["init"]
    arguments = local.has_lock ? ["-lockfile=readonly"] : []
  }
}

remote_state {
  backend = "s3"

  generate = {
    path      = "backend.tf"
    if_exists = "overwrite"
  }

  config = {
    bucket       = local.state_bucket
    key          = "${local.environment}/${local.unit}.tfstate"
    region       = local.state_region
    encrypt      = true
    use_lockfile = true
  }
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = <<-EOF
    provider "aws" {
      region              = "${local.region}"
      allowed_account_ids = ${local.account_id == "" ? "null" : jsonencode([local.account_id])}

      default_tags {
        tags = {
          project     = "${local.project}"
          environment = "${local.environment}"
          unit        = "${local.unit}"
        }
      }
    }
  EOF
}

# Every module takes what it has a variable for; env.hcl has the last word.
inputs = merge(
  {
    name                 = "${local.project}-${local.environment}"
    permissions_boundary = "${local.project}-boundary-${local.environment}"
    alarm_email          = get_env("ALARM_EMAIL", "")
    alarm_https          = compact(split(" ", get_env("ALARM_HTTPS", "")))
    alarm_webhook        = get_env("ALARM_WEBHOOK", "")
    # From the folder that Terragrunt runs a module in, .terragrunt-cache/x/y: relative, so that a plan is the same on every machine.
    dist = "../../../${path_relative_from_include()}/../dist"
  },
  local.settings,
)
