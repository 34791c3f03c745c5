"""What must hold. A package, because a dependency brings a folder of the same name."""
