plugins {
    alias(libs.plugins.kotlin.jvm)
    alias(libs.plugins.jmh)
    alias(libs.plugins.jib)
    application
}

dependencies {
    implementation(libs.ktor.server)
    implementation(libs.ktor.micrometer)
    implementation(libs.mongo)
    implementation("io.micrometer:micrometer-registry-prometheus:1.12.5")
    testImplementation(libs.kotest)
}

kotlin { jvmToolchain(17) }

application {
    mainClass.set("com.example.loyalty.MainKt")
}

jib {
    from { image = "eclipse-temurin:17.0.10_7-jre-jammy" }
    to { image = "registry.acme.test/retail/loyalty" }
    container {
        jvmFlags = listOf("-XX:MaxRAMPercentage=75")
        user = "1000"
    }
}

tasks.test { useJUnitPlatform() }
