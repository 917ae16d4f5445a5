variable "name" {
  description = "What all names begin with; root.hcl calls it `project`."
  type        = string
  default     = "cloud-resume"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "Write 3 to 20 lower-case letters, digits and hyphens that begin with a letter, such as cloud-resume."
  }
}

variable "region" {
  description = "Where the state bucket lies; root.hcl calls it `state_region`."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "Write an AWS region, such as us-east-1."
  }
}

variable "environments" {
  description = "The environments, that is the folders of infrastructure/live."
  type        = list(string)
  default     = ["dev", "prod"]
  nullable    = false

  validation {
    condition     = length(var.environments) >= 1 && length(var.environments) <= 3 && alltrue([for environment in var.environments : can(regex("^[a-z][a-z0-9]{1,8}$", environment))])
    error_message = "Write one to three names of 2 to 9 lower-case letters and digits, such as dev: the rights of more would not fit into the plan role."
  }

  validation {
    condition     = length(setintersection(var.environments, ["apply", "boundary", "plan", "site", "state"])) == 0
    error_message = "The names apply, boundary, plan, site and state are taken by bootstrap itself: choose another, such as dev."
  }
}

variable "state_bucket" {
  description = "Name of the state bucket; empty for `<name>-state-<account number>`."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.state_bucket == "" || can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.state_bucket))
    error_message = "Write 3 to 63 lower-case letters, digits and hyphens that no other bucket in the world is named."
  }
}

variable "protected" {
  description = "Whether the state must survive mistakes: the bucket is not destroyed."
  type        = bool
  default     = true
  nullable    = false
}

variable "email" {
  description = "Who is told when the month's cost nears the budget; empty for no budget."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.email == "" || can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$", var.email))
    error_message = "Write one e-mail address, such as jane@jane.example."
  }
}

variable "budget_usd" {
  description = "The month's budget for the whole account in US dollars."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.budget_usd >= 1
    error_message = "Write a number of US dollars from 1 on, such as 5."
  }
}

variable "github_repository" {
  description = "The GitHub repository whose pipeline deploys, such as jane/cloud-resume; empty for none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.github_repository == "" || can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "Write owner/repository, such as jane/cloud-resume."
  }
}

variable "github_owner_id" {
  description = "The owner's number, printed by `gh api repos/<owner>/<repository> --jq .owner.id`."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.github_repository == "" || var.github_owner_id >= 1 && floor(var.github_owner_id) == var.github_owner_id
    error_message = "Write the number that this prints: gh api repos/<owner>/<repository> --jq .owner.id."
  }
}

variable "github_repository_id" {
  description = "The repository's number, printed by `gh api repos/<owner>/<repository> --jq .id`."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.github_repository == "" || var.github_repository_id >= 1 && floor(var.github_repository_id) == var.github_repository_id
    error_message = "Write the number that this prints: gh api repos/<owner>/<repository> --jq .id."
  }
}

variable "github_provider_arn" {
  description = "ARN of the account's GitHub OIDC provider if it has one already, for there can be only one; empty to make it."
  type        = string
  default     = ""
  nullable    = false
}

variable "domains" {
  description = "For each environment with a domain of its own: all its names, and the Route 53 zone that holds them, empty when it is elsewhere."
  type        = map(object({ names = list(string), hosted_zone_id = string }))
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.domains), var.environments)) == 0
    error_message = "Write domains for environments that there are: ${join(", ", var.environments)}."
  }

  validation {
    condition     = alltrue([for domain in var.domains : length(domain.names) > 0 && (domain.hosted_zone_id == "" || can(regex("^Z[A-Z0-9]{1,31}$", domain.hosted_zone_id)))])
    error_message = "Write at least one name, and the id that Route 53 shows for the zone, such as Z0123456789ABCDEFGHIJ."
  }
}

variable "dnssec_zone_ids" {
  description = "Route 53 zones that are signed (DNSSEC), for 1 USD a month each; their DS records go to whoever sold the domain."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.dnssec_zone_ids : can(regex("^Z[A-Z0-9]{1,31}$", id))])
    error_message = "Write the ids that Route 53 shows for the zones, such as Z0123456789ABCDEFGHIJ."
  }
}

variable "account_id" {
  description = "The account that all this is meant for: with it, no other is touched, whichever profile is in use. Empty for any."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.account_id == "" || can(regex("^[0-9]{12}$", var.account_id))
    error_message = "Write the account's twelve digits."
  }
}
