# Applied once, before anything else, by `npx cloud-resume bootstrap`: the bucket for the state, a bound for the functions'
# rights, and a budget. github.tf adds what a pipeline needs. The state of all this lies in that very bucket.
terraform {
  backend "s3" {
    key          = "bootstrap.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = var.account_id == "" ? null : [var.account_id]

  default_tags {
    tags = {
      project = var.name
      unit    = "bootstrap"
    }
  }
}

resource "aws_s3_bucket" "state" {
  #checkov:skip=CKV_AWS_18:Only this account's administrators and roles read the bucket.
  #checkov:skip=CKV_AWS_144:Old versions are kept, and a lost state can be imported again.
  #checkov:skip=CKV_AWS_145:AWS's own key encrypts the state; a key of our own costs 1 USD a month.
  #checkov:skip=CKV2_AWS_62:Nothing waits for news of the state.
  bucket = local.state_bucket

  lifecycle {
    prevent_destroy = var.protected
  }

  force_destroy = !var.protected
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket                  = aws_s3_bucket.state.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    id     = "forget-old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 90
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  depends_on = [aws_s3_bucket_versioning.state]
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "NobodyWithoutTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  depends_on = [aws_s3_bucket_public_access_block.state]
}

# The most that a function of an environment may ever be allowed to do, whoever writes its role.
resource "aws_iam_policy" "boundary" {
  for_each = toset(var.environments)

  name        = "${var.name}-boundary-${each.key}"
  description = "Bounds the roles of the functions of ${var.name}-${each.key}."

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query"]
        Resource = "arn:aws:dynamodb:*:${local.account}:table/${var.name}-${each.key}-*"
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:aws:logs:*:${local.account}:log-group:/aws/lambda/${var.name}-${each.key}-*"
      },
      {
        # The webhook that a chat may have.
        Effect   = "Allow"
        Action   = "events:InvokeApiDestination"
        Resource = "arn:aws:events:*:${local.account}:api-destination/${var.name}-${each.key}-*"
      },
    ]
  })
}

resource "aws_budgets_budget" "month" {
  count = var.email == "" ? 0 : 1

  name         = var.name
  budget_type  = "COST"
  limit_amount = tostring(var.budget_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    notification_type          = "ACTUAL"
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = [var.email]
  }

  notification {
    notification_type          = "FORECASTED"
    comparison_operator        = "GREATER_THAN"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = [var.email]
  }
}

locals {
  account      = data.aws_caller_identity.current.account_id
  state_bucket = var.state_bucket == "" ? "${var.name}-state-${local.account}" : var.state_bucket
}

data "aws_caller_identity" "current" {}
