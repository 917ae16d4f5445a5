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
