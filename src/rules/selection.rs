//! Leaving rules out.

use std::sync::Arc;

use super::rule::{Mode, RuleName, Rules};

impl Rules {
    /// Leaves out the rules that are not wanted: their claims are compared with nothing, though they still feed the
    /// checks and explanations of others, and a pack of which no rule is wanted takes its timelines and events along.
    pub fn keep(&mut self, wanted: impl Fn(&RuleName) -> bool) {
        for claim in self.claims.iter_mut().filter(|claim| !wanted(&claim.name)) {
            claim.mode = Mode::Extract;
        }
        let of_pack = |pack: usize| {
            let names = self.claims.iter().map(|claim| &claim.name).chain(self.checks.iter().map(|check| &check.name));
            let mut names = names.filter(move |name| name.pack == pack).peekable();
            names.peek().is_none() || names.any(&wanted)
        };
        let kept: Vec<bool> = (0..self.packs.len()).map(of_pack).collect();
        let files: Vec<_> = self.packs.iter().map(|pack| pack.file.clone()).collect();
        self.timelines.retain(|timeline| {
            files.iter().position(|file| Arc::ptr_eq(file, &timeline.file)).is_none_or(|pack| kept[pack])
        });
        // An event that nothing dates by is no event of any document.
        for event in self.events.iter_mut().filter(|event| !kept[event.pack]) {
            event.cues.clear();
        }
        self.checks.retain(|check| wanted(&check.name));
    }
}
