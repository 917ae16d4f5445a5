mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
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
}

run "each_role_trusts_exactly_its_runs" {
  assert {
    condition = { for name, role in aws_iam_role.github : name => jsondecode(role.assume_role_policy).Statement[0].Condition } == {
      plan = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub" = [
          "repo:jane/cloud-resume:pull_request",
          "repo:jane/cloud-resume:ref:refs/heads/main",
          "repo:jane@1/cloud-resume@2:pull_request",
          "repo:jane@1/cloud-resume@2:ref:refs/heads/main",
        ]
      } }
      apply-dev = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:dev", "repo:jane@1/cloud-resume@2:environment:dev"]
      } }
      apply-prod = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:prod", "repo:jane@1/cloud-resume@2:environment:prod"]
      } }
      site-dev = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:dev", "repo:jane@1/cloud-resume@2:environment:dev"]
      } }
      site-prod = { StringEquals = {
        "token.actions.githubusercontent.com:aud"           = "sts.amazonaws.com"
        "token.actions.githubusercontent.com:ref"           = "refs/heads/main"
        "token.actions.githubusercontent.com:repository_id" = "2"
        "token.actions.githubusercontent.com:sub"           = ["repo:jane/cloud-resume:environment:prod", "repo:jane@1/cloud-resume@2:environment:prod"]
      } }
    }
    error_message = "A role must trust the two names that GitHub has for its runs, in this repository, and nothing else."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.github : !can(regex("[*?]|StringLike|ForAllValues", role.assume_role_policy))])
    error_message = "A wildcard would let in other branches or other people's repositories."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.github : jsondecode(role.assume_role_policy).Statement[0].Principal.Federated == "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"])
    error_message = "Only GitHub may vouch for a run."
  }
}

run "nobody_s_pipeline_is_trusted_by_default" {
  command = plan

  variables {
    github_repository = ""
  }

  assert {
    condition     = length(aws_iam_role.github) == 0 && length(aws_iam_openid_connect_provider.github) == 0
    error_message = "Without a repository there must be no role for one."
  }
}

run "a_role_for_one_environment_reaches_no_other" {
  command = plan

  assert {
    condition     = alltrue([for name in ["apply-dev", "site-dev"] : !strcontains(aws_iam_role_policy.github[name].policy, "prod")])
    error_message = "The roles for dev must not name anything of prod."
  }

  assert {
    condition = alltrue(flatten([for name in ["apply-dev", "site-dev"] : [
      for statement in jsondecode(aws_iam_role_policy.github[name].policy).Statement : [
        for resource in statement.Resource : anytrue([
          strcontains(resource, "cloud-resume-dev-"),
          resource == "arn:aws:s3:::cloud-resume-state-123456789012",
          startswith(resource, "arn:aws:s3:::cloud-resume-state-123456789012/dev/"),
          # What AWS names itself, and what it bounds by nothing.
          startswith(resource, "arn:aws:apigateway:"),
          startswith(resource, "arn:aws:cloudfront::123456789012:"),
          startswith(resource, "arn:aws:wafv2:us-east-1:123456789012:global/managedruleset/"),
          resource == "*",
        ])
      ]
    ]]))
    error_message = "Every resource must be bounded by the environment's prefix, or be one of the kinds that AWS names itself."
  }

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement : statement.Action if contains(statement.Resource, "*")])) == toset([
      "logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "logs:ListLogDeliveries", "logs:GetLogDelivery",
      "logs:CreateLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:PutResourcePolicy",
      "sns:GetSubscriptionAttributes", "sns:Unsubscribe", "cloudfront:CreateOriginAccessControl",
    ])
    error_message = "Only actions that AWS bounds by no resource may be granted on all."
  }
}

run "distributions_of_others_stay_untouched" {
  command = plan

  assert {
    condition = alltrue(flatten([for name in ["apply-dev", "site-dev"] : [
      for statement in jsondecode(aws_iam_role_policy.github[name].policy).Statement :
      try(statement.Condition.StringEquals["aws:ResourceTag/project"] == "cloud-resume" && statement.Condition.StringEquals["aws:ResourceTag/environment"] == "dev", false)
      if length(setintersection(statement.Action, ["cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution", "cloudfront:CreateInvalidation"])) > 0
    ]]))
    error_message = "Only distributions that carry the environment's tags may be changed."
  }
}

run "nobody_raises_their_own_rights" {
  command = plan

  assert {
    condition = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement : [
      for action in statement.Action : statement.Resource == ["arn:aws:iam::123456789012:role/cloud-resume-dev-*"] if startswith(action, "iam:")
    ]]))
    error_message = "The apply role must reach the functions' roles alone: not itself, not the boundary, not GitHub's provider."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement :
      try(statement.Condition.StringEquals["iam:PermissionsBoundary"] == "arn:aws:iam::123456789012:policy/cloud-resume-boundary-dev", false)
      if length(setintersection(statement.Action, ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePermissionsBoundary"])) > 0
    ])
    error_message = "A role must be made and given rights under the boundary alone."
  }

  assert {
    condition     = !can(regex("iam:(DeleteRolePermissionsBoundary|\\*)", aws_iam_role_policy.github["apply-dev"].policy))
    error_message = "Nobody may take the boundary off a role."
  }

  assert {
    condition     = alltrue([for name, policy in aws_iam_role_policy.github : length(policy.policy) <= 10240])
    error_message = "AWS takes 10240 characters of policies per role."
  }
}

run "the_plan_role_writes_nothing" {
  command = plan

  assert {
    condition = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.github["plan"].policy).Statement : [
      for action in statement.Action : can(regex("^[a-z0-9]+:(Get|List|Describe)|^apigateway:GET$", action))
    ]]))
    error_message = "A pull request must not be able to change anything."
  }
}

run "the_site_role_replaces_files_and_no_more" {
  command = plan

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.github["site-dev"].policy).Statement : statement.Action])) == toset([
      "s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "cloudfront:CreateInvalidation", "cloudfront:GetInvalidation",
      "cloudfront:GetDistributionConfig", "cloudfront:GetResponseHeadersPolicy",
    ])
    error_message = "The site role must upload, look up the site's policy and invalidate, no more."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.github["site-dev"].policy).Statement :
      statement.Resource == ["arn:aws:s3:::cloud-resume-dev-site-123456789012/*"]
      if contains(statement.Action, "s3:PutObject")
    ])
    error_message = "The site role must write to the site's bucket alone."
  }
}

run "an_account_s_own_provider_is_used" {
  command = plan

  variables {
    github_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0
    error_message = "An account has one provider for GitHub: a second cannot be made."
  }
}

run "a_domain_s_zone_may_be_written" {
  command = plan

  variables {
    hosted_zone_ids = ["Z0123456789ABCDEFGHIJ"]
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.github["apply-dev"].policy).Statement : statement.Resource if contains(statement.Action, "route53:ChangeResourceRecordSets")] == [
      ["arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"],
    ]
    error_message = "Records may be written in the given zone alone."
  }
}

run "a_wildcard_for_a_repository_is_refused" {
  command = plan

  variables {
    github_repository = "jane/*"
  }

  expect_failures = [var.github_repository]
}

run "a_repository_without_its_numbers_is_refused" {
  command = plan

  variables {
    github_owner_id      = 0
    github_repository_id = 0
  }

  expect_failures = [var.github_owner_id, var.github_repository_id]
}
