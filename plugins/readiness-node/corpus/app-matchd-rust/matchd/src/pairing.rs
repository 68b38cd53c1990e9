pub fn distance(a: i32, b: i32) -> i32 {
    (a - b).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symmetric() {
        assert_eq!(distance(1, 3), distance(3, 1));
    }
}
