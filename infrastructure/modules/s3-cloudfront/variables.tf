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
  description = "Whether the site must survive mistakes: neither its files nor its address are destroyed."
  type        = bool
  default     = true
  nullable    = false
}

variable "dist" {
  description = "The folder that `npm run build` made; manifest.json in it names the response headers."
  type        = string
  nullable    = false

  validation {
    condition     = fileexists("${var.dist}/manifest.json")
    error_message = "dist/manifest.json is missing: run `npm run build` first."
  }
}

variable "api_endpoint" {
  description = "The API's own address, to which /visitor is passed on."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^https?://[^/:]+(:[0-9]+)?$", var.api_endpoint))
    error_message = "Write the API's address without a path, such as https://abc.execute-api.us-east-1.amazonaws.com."
  }
}

variable "origin_secret" {
  description = "Shows the function that a call came through CloudFront."
  type        = string
  sensitive   = true
  nullable    = false
}

variable "domain" {
  description = "The site's own domain, such as jane.example; empty for CloudFront's."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.domain == "" || can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain))
    error_message = "Write a domain in lower case without https:// and without a path, such as jane.example."
  }
}

variable "hosted_zone_id" {
  description = "Id of the Route 53 zone that holds `domain`."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = (var.domain == "") == (var.hosted_zone_id == "")
    error_message = "Write both domain and hosted_zone_id, or neither: a domain needs the Route 53 zone that answers for it."
  }

  validation {
    condition     = var.hosted_zone_id == "" || can(regex("^Z[A-Z0-9]{1,31}$", var.hosted_zone_id))
    error_message = "Write the id that Route 53 shows for the zone, such as Z0123456789ABCDEFGHIJ."
  }
}

variable "firewall" {
  description = "Whether AWS WAF stands before the site, for about 8 USD a month."
  type        = bool
  default     = false
  nullable    = false
}
