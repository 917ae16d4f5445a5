variable "name" {
  description = "What the names of all resources begin with: the project and the environment."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,28}[a-z0-9]$", var.name))
    error_message = "Write 3 to 30 lower-case letters, digits and hyphens that begin with a letter, such as cloud-resume-dev."
  }
}

variable "protected" {
  description = "Whether the count must survive mistakes: backups of the last 35 days, and no deletion."
  type        = bool
  default     = true
  nullable    = false
}

variable "max_read_units" {
  description = "The most read units per second that the table serves; half as many from the table of who was there today."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.max_read_units >= 1 && floor(var.max_read_units) == var.max_read_units
    error_message = "Write a whole number of read units per second from 1 on, such as 10."
  }
}

variable "max_write_units" {
  description = "The most write units per second that the table serves, half as many the table of who was there today; a visit takes about three in all."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.max_write_units >= 1 && floor(var.max_write_units) == var.max_write_units
    error_message = "Write a whole number of write units per second from 1 on, such as 20."
  }
}
