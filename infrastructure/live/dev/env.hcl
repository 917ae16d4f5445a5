# What makes dev itself. Any variable of a module may stand here; without it, the default in that module's variables.tf applies.
locals {
  protected = false # may be destroyed with all that it holds
}
