package com.example.bank.ledger;

import java.math.BigDecimal;

public record Posting(String debit, String credit, BigDecimal amount) {}
