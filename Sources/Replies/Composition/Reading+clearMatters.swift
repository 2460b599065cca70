import Model

extension Reading {
    /// Its matters without those that say nothing beside one that is clear.
    var clearMatters: [String] {
        let clear = matters.enumerated().filter { index, matter in
            matter != TemplateSet.unclear && (index == 0 || matter != TemplateSet.notOurBusiness)
        }
        return clear.isEmpty ? matters : clear.map(\.element)
    }
}
