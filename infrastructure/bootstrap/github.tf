# What GitHub Actions may do, without a key: GitHub vouches for a run, and AWS lends it one of these roles.
#   plan           reads everything, for pull requests and the weekly drift check
#   apply-<env>    changes the environment's own resources, from the main branch alone
#   site-<env>     replaces the files of the environment's site, from the main branch alone
locals {
  github = var.github_repository == "" ? "" : "token.actions.githubusercontent.com"

  # GitHub names a run by one of two forms, by the age of the repository. The second survives a rename, and nobody can take it over.
  owner      = split("/", var.github_repository)[0]
  repository = try(split("/", var.github_repository)[1], "")
  subjects = [
    "repo:${local.owner}/${local.repository}",
    "repo:${local.owner}@${var.github_owner_id}/${local.repository}@${var.github_repository_id}",
  ]

  plan_role = { plan = {
    runs       = ["pull_request", "ref:refs/heads/main"]
    claims     = {}
    statements = local.read
  } }
  apply_roles = { for environment in var.environments : "apply-${environment}" => {
    runs       = ["environment:${environment}"]
    claims     = { ref = "refs/heads/main" }
    statements = local.apply[environment]
  } }
  site_roles = { for environment in var.environments : "site-${environment}" => {
    runs       = ["environment:${environment}"]
    claims     = { ref = "refs/heads/main" }
    statements = local.publish[environment]
  } }
  roles = { for name, role in merge(local.plan_role, local.apply_roles, local.site_roles) : name => role if local.github != "" }
}

# No thumbprint: AWS knows GitHub's certificate by its own list of authorities,
# https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html
resource "aws_iam_openid_connect_provider" "github" {
  count = local.github != "" && var.github_provider_arn == "" ? 1 : 0

  url            = "https://${local.github}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "github" {
  for_each = local.roles

  name                 = "${var.name}-${each.key}"
  description          = "GitHub Actions of ${var.github_repository}: ${each.key}."
  max_session_duration = 3600

  # StringEquals, never StringLike: a wildcard would let in other branches or other people's repositories.
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = var.github_provider_arn == "" ? one(aws_iam_openid_connect_provider.github[*].arn) : var.github_provider_arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = merge(
          {
            "${local.github}:aud"           = "sts.amazonaws.com"
            "${local.github}:sub"           = [for pair in setproduct(local.subjects, each.value.runs) : join(":", pair)]
            "${local.github}:repository_id" = tostring(var.github_repository_id)
          },
          { for claim, value in each.value.claims : "${local.github}:${claim}" => value },
        )
      }
    }]
  })
}

resource "aws_iam_role_policy" "github" {
  for_each = local.roles

  name = each.key
  role = aws_iam_role.github[each.key].id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = each.value.statements
  })
}
