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

variable "redirects" {
  description = "Other names of the site that lead to `domain`, such as www.jane.example."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for name in var.redirects : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", name))]) && length(distinct(var.redirects)) == length(var.redirects)
    error_message = "Write each name once, in lower case without https:// and without a path, such as www.jane.example."
  }

  validation {
    condition     = length(var.redirects) == 0 || var.domain != "" && !contains(var.redirects, var.domain)
    error_message = "Write the main name as domain, and only others here: they lead to it."
  }
}

variable "dns" {
  description = "Who answers for the domain: route53 for the zone `hosted_zone_id`, or manual for anybody else."
  type        = string
  default     = "route53"
  nullable    = false

  validation {
    condition     = contains(["route53", "manual"], var.dns)
    error_message = "Write route53, or manual to write the records yourself."
  }
}

variable "hosted_zone_id" {
  description = "Id of the Route 53 zone that holds `domain` and `redirects`."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = (var.domain != "" && var.dns == "route53") == (var.hosted_zone_id != "")
    error_message = "Write hosted_zone_id with a domain in Route 53 and with no other: a domain that somebody else answers for has dns = \"manual\"."
  }

  validation {
    condition     = var.hosted_zone_id == "" || can(regex("^Z[A-Z0-9]{1,31}$", var.hosted_zone_id))
    error_message = "Write the id that Route 53 shows for the zone, such as Z0123456789ABCDEFGHIJ."
  }
}

variable "certificate_arn" {
  description = "ARN of a certificate of ACM that covers `domain` and `redirects`; empty to have one made."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.certificate_arn == "" || var.domain != "" && can(regex("^arn:aws:acm:us-east-1:[0-9]{12}:certificate/", var.certificate_arn))
    error_message = "Write the ARN of a certificate in us-east-1, where CloudFront looks for it, and the domain that it is for."
  }
}

variable "takes_over" {
  description = "Whether address records of the domain that are there already are replaced; for one deployment, when a live domain moves here."
  type        = bool
  default     = false
  nullable    = false
}

variable "caa" {
  description = "Whether Amazon alone may issue certificates for the domain and every name below it."
  type        = bool
  default     = false
  nullable    = false
}

variable "firewall" {
  description = "Whether AWS WAF stands before the site, for about 8 USD a month."
  type        = bool
  default     = false
  nullable    = false
}

variable "plan" {
  description = "How the distribution is paid: pay-as-you-go, or free for the flat-rate plan of that name, which includes the firewall. Never tried."
  type        = string
  default     = "pay-as-you-go"
  nullable    = false

  validation {
    condition     = contains(["pay-as-you-go", "free"], var.plan)
    error_message = "Write pay-as-you-go or free."
  }
}
