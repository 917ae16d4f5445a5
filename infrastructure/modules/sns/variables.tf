variable "name" {
  description = "What the names of all resources begin with: the project and the environment."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,28}[a-z0-9]$", var.name))
    error_message = "Write 3 to 30 lower-case letters, digits and hyphens that begin with a letter, such as cloud-resume-dev."
  }
}

variable "alarm_email" {
  description = "Who gets the alarms by e-mail, after a click on the link in AWS's first one; empty for nobody."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.alarm_email == "" || can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$", var.alarm_email))
    error_message = "Write one e-mail address, such as jane@jane.example."
  }
}

variable "alarm_https" {
  description = "HTTPS addresses that get the alarms as SNS sends them, and confirm that by themselves, such as PagerDuty's; none for nobody."
  type        = list(string)
  default     = []
  sensitive   = true
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alarm_https : can(regex("^https://[^/\\s]+(/\\S*)?$", address))])
    error_message = "Write addresses that begin with https://, such as https://events.pagerduty.com/integration/0123/enqueue."
  }
}

variable "alarm_webhook" {
  description = "Address of a chat's webhook that takes {\"text\": \"…\"}, such as Slack's; empty for none."
  type        = string
  default     = ""
  sensitive   = true
  nullable    = false

  validation {
    condition     = var.alarm_webhook == "" || can(regex("^https://[^/\\s]+(/\\S*)?$", var.alarm_webhook))
    error_message = "Write the address that the chat shows, which begins with https://."
  }
}

variable "permissions_boundary" {
  description = "Name of the policy that bounds what the webhook's role may ever do; empty for none."
  type        = string
  default     = ""
  nullable    = false
}
