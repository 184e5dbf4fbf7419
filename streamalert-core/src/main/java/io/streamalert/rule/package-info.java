/** Rules: what they declare, what they answer, and the engine that runs them over records. */
@NullMarked
package io.streamalert.rule;

import org.jspecify.annotations.NullMarked;
