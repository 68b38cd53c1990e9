use criterion::{criterion_group, criterion_main, Criterion};

fn pairing(c: &mut Criterion) {
    c.bench_function("distance", |b| b.iter(|| 1 + 1));
}

criterion_group!(benches, pairing);
criterion_main!(benches);
