import Foundation

extension Calibration.Logistic {
    /// The most likely chances, by Newton's method.
    ///
    /// Right and wrong count as a little less than certain, as if one more of each had been seen (Platt, 1999), so that
    /// rows which are all right do not drive the chance to 1.
    init(fitting rows: [HeldOutScores.Row]) {
        self.init(constant: 0, score: 0, lead: 0)
        let right = Double(rows.count { $0.isRight })
        let targets = (right: (right + 1) / (right + 2), wrong: 1 / (Double(rows.count) - right + 2))
        for _ in 0..<30 {
            var step = NormalEquations()
            for row in rows {
                let chance = chance(score: row.top, lead: row.lead)
                let target = row.isRight ? targets.right : targets.wrong
                step.add((1, row.top, row.lead), residual: target - chance, weight: chance * (1 - chance))
            }
            let change = step.solved()
            constant += change.0
            score += change.1
            lead += change.2
            if abs(change.0) + abs(change.1) + abs(change.2) < 1e-9 { return }
        }
    }
}

/// Three unknowns of a Newton step, with a little ridge so that rows which are all alike can be solved too.
private struct NormalEquations {
    private var (aa, ab, ac, bb, bc, cc) = (1e-3, 0.0, 0.0, 1e-3, 0.0, 1e-3)
    private var (ra, rb, rc) = (0.0, 0.0, 0.0)

    mutating func add(_ x: (Double, Double, Double), residual: Double, weight: Double) {
        aa += weight * x.0 * x.0
        ab += weight * x.0 * x.1
        ac += weight * x.0 * x.2
        bb += weight * x.1 * x.1
        bc += weight * x.1 * x.2
        cc += weight * x.2 * x.2
        ra += residual * x.0
        rb += residual * x.1
        rc += residual * x.2
    }

    /// By Cramer's rule.
    func solved() -> (Double, Double, Double) {
        let (p, q, r) = (bb * cc - bc * bc, ac * bc - ab * cc, ab * bc - ac * bb)
        let determinant = aa * p + ab * q + ac * r
        let (s, t, u) = (aa * cc - ac * ac, ab * ac - aa * bc, aa * bb - ab * ab)
        return (
            (p * ra + q * rb + r * rc) / determinant,
            (q * ra + s * rb + t * rc) / determinant,
            (r * ra + t * rb + u * rc) / determinant
        )
    }
}
