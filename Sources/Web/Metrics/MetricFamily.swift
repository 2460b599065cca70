/// All series of one name.
struct MetricFamily: Sendable {
    enum Kind: String, Sendable {
        case counter
        case gauge
        case summary
        case histogram
    }

    let name: String
    let kind: Kind
    private var cells: [MetricLabels: MetricCell] = [:]

    init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// The series with these labels, begun where there is none.
    mutating func cell(_ labels: MetricLabels) -> MetricCell {
        if let cell = cells[labels] { return cell }
        let cell = MetricCell()
        cells[labels] = cell
        return cell
    }

    var lines: [String] {
        ["# TYPE \(name) \(kind.rawValue)"]
            + cells.sorted { $0.key.text < $1.key.text }.flatMap { lines(of: $0.value.value, labels: $0.key) }
    }

    private func lines(of value: MetricCell.Value, labels: MetricLabels) -> [String] {
        switch kind {
        case .counter, .gauge:
            ["\(name)\(labels.braced()) \(MetricReading.text(value.sum))"]
        case .summary:
            totals(of: value, labels: labels)
        case .histogram:
            zip(MetricCell.bounds.map(MetricReading.text) + ["+Inf"], value.cumulative).map { bound, count in
                "\(name)_bucket\(labels.braced(adding: "le=\"\(bound)\"")) \(count)"
            } + totals(of: value, labels: labels)
        }
    }

    private func totals(of value: MetricCell.Value, labels: MetricLabels) -> [String] {
        [
            "\(name)_sum\(labels.braced()) \(MetricReading.text(value.sum))",
            "\(name)_count\(labels.braced()) \(value.count)",
        ]
    }
}
