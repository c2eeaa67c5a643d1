public import ArgumentParser
public import Server

extension Seed: ExpressibleByArgument {}
