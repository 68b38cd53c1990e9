package com.example.loyalty

import io.kotest.core.spec.style.StringSpec
import io.kotest.matchers.shouldBe

class TierSpec : StringSpec({
    "gold starts at 5000" { 5000 shouldBe 5000 }
})
