plugins {
    java
    jacoco
    id("org.springframework.boot") version "3.4.0"
    id("io.spring.dependency-management") version "1.1.6"
}

group = "test.acme.checkout"
java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }

repositories { mavenCentral() }

dependencies {
    implementation(libs.spring.web)
    implementation(libs.spring.jdbc)
    implementation(libs.spring.actuator)
    implementation(libs.micrometer.prometheus)
    implementation(libs.logstash.encoder)
    implementation(libs.flyway.postgresql)
    runtimeOnly(libs.postgresql)
    testImplementation(libs.spring.test)
    testImplementation(libs.testcontainers.postgresql)
}

tasks.test { useJUnitPlatform() }

tasks.jacocoTestCoverageVerification {
    violationRules { rule { limit { minimum = "0.70".toBigDecimal() } } }
}
