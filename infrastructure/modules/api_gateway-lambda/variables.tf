variable "name" {
  description = "What the names of all resources begin with: the project and the environment."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,28}[a-z0-9]$", var.name))
    error_message = "Write 3 to 30 lower-case letters, digits and hyphens that begin with a letter, such as cloud-resume-dev."
  }
}

variable "table_name" {
  description = "Name of the table that holds the count."
  type        = string
  nullable    = false
}

variable "table_arn" {
  description = "ARN of that table, to let the function update it."
  type        = string
  nullable    = false
}

variable "seen_table_name" {
  description = "Name of the table that knows who was there today."
  type        = string
  nullable    = false
}

variable "seen_table_arn" {
  description = "ARN of that table, to let the function update it."
  type        = string
  nullable    = false
}

variable "dist" {
  description = "The folder that `npm run build` made; lambda.zip in it is the function."
  type        = string
  nullable    = false

  validation {
    condition     = fileexists("${var.dist}/lambda.zip")
    error_message = "dist/lambda.zip is missing: run `npm run build` first."
  }
}

variable "permissions_boundary" {
  description = "Name of the policy that bounds what the function's role may ever do; empty for none."
  type        = string
  default     = ""
  nullable    = false
}

variable "origin_secret_generation" {
  description = "Raise it by one to rotate the secret that CloudFront shows to the function."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.origin_secret_generation >= 1 && floor(var.origin_secret_generation) == var.origin_secret_generation
    error_message = "Write a whole number from 1 on, and raise it by one to rotate the secret."
  }
}

variable "requests_per_second" {
  description = "The most calls per second that the API passes on in the long run; more are answered 429."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.requests_per_second >= 1 && var.requests_per_second <= 1000
    error_message = "Write a number of calls per second from 1 to 1000, such as 5."
  }
}

variable "burst" {
  description = "The most calls that the API passes on at once."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.burst >= var.requests_per_second && var.burst <= 2000 && floor(var.burst) == var.burst
    error_message = "Write a whole number of calls from requests_per_second to 2000, such as 10."
  }
}

variable "reserved_concurrency" {
  description = "The most copies of the function that run at once; null for the account's own limit, which a new account needs."
  type        = number
  default     = null

  validation {
    condition     = var.reserved_concurrency == null ? true : var.reserved_concurrency >= 1 && floor(var.reserved_concurrency) == var.reserved_concurrency
    error_message = "Write a whole number of copies from 1 on, such as 5, or null for the account's own limit."
  }
}

variable "log_retention_days" {
  description = "Days for which logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90], var.log_retention_days)
    error_message = "Write 1, 3, 5, 7, 14, 30, 60 or 90 days."
  }
}

variable "stats_retention_days" {
  description = "Days for which the statistics of a day are kept; 0 for ever. The total has no end."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.stats_retention_days >= 0 && floor(var.stats_retention_days) == var.stats_retention_days
    error_message = "Write a whole number of days, such as 400, or 0 to keep them for ever."
  }
}
