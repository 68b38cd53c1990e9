package com.example.loyalty

import org.openjdk.jmh.annotations.Benchmark
import org.openjdk.jmh.annotations.Scope
import org.openjdk.jmh.annotations.State

@State(Scope.Benchmark)
open class TierBenchmark {
    @Benchmark
    fun tier() = 1 + 1
}
