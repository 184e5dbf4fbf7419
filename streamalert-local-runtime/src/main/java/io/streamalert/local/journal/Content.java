package io.streamalert.local.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a journal counts, at one moment. Immutable.
 *
 * @param committed what the state file says
 * @param sealed the segments that are not written any more, the oldest first
 * @param open the newest segment, if it holds anything and can be appended to
 */
record Content(
    Committed committed, List<Segment> sealed, @Nullable Segment open) {

  Content {
    sealed = List.copyOf(sealed);
  }

  List<Segment> all() {
    List<Segment> all = new ArrayList<>(sealed);
    if (open != null) {
      all.add(open);
    }
    return Collections.unmodifiableList(all);
  }

  Content withEnd(JournalEnd end) {
    return new Content(committed.upTo(end), sealed, open);
  }

  Content withOpen(Segment newest) {
    return new Content(committed, sealed, newest);
  }

  Content withSealed(Segment newest) {
    List<Segment> all = new ArrayList<>(sealed);
    all.add(newest);
    return new Content(committed, all, null);
  }

  Content without(List<Segment> dropped) {
    for (int i = 0; i < dropped.size(); i++) {
      if (i >= sealed.size() || sealed.get(i).number() != dropped.get(i).number()) {
        throw new IllegalArgumentException("Only the oldest segments can be dropped, and only if"
            + " they are sealed, but segment " + dropped.get(i).number() + " is not");
      }
    }
    return new Content(
        committed.without(dropped), sealed.subList(dropped.size(), sealed.size()), open);
  }
}
