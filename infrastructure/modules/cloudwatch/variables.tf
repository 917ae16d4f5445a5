variable "name" {
  description = "What the names of all resources begin with: the project and the environment."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,28}[a-z0-9]$", var.name))
    error_message = "Write 3 to 30 lower-case letters, digits and hyphens that begin with a letter, such as cloud-resume-dev."
  }
}

variable "topic_arn" {
  description = "ARN of the topic that tells of the alarm."
  type        = string
  nullable    = false
}

variable "edge_topic_arn" {
  description = "ARN of the topic in us-east-1 that tells of the site's own alarm."
  type        = string
  nullable    = false
}

variable "distribution_id" {
  description = "Id of the distribution to watch."
  type        = string
  nullable    = false
}

variable "function_name" {
  description = "Name of the function to show."
  type        = string
  nullable    = false
}

variable "api_id" {
  description = "Id of the API to watch."
  type        = string
  nullable    = false
}

variable "table_name" {
  description = "Name of the table to show."
  type        = string
  nullable    = false
}

variable "error_percent" {
  description = "The alarm rings when more than this many percent of the calls within 5 minutes fail."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.error_percent >= 1 && var.error_percent < 100
    error_message = "Write percent from 1 up to, not including, 100: 30 means 30 %."
  }
}

variable "visits_per_hour" {
  description = "An alarm tells when more visits than this come within an hour."
  type        = number
  default     = 1000
  nullable    = false

  validation {
    condition     = var.visits_per_hour >= 1 && floor(var.visits_per_hour) == var.visits_per_hour
    error_message = "Write a whole number of visits from 1 on, such as 1000."
  }
}
