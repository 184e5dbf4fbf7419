/**
 * Lookup tables: lists of owners, allowed networks and the like that rules and publishers ask by
 * key. Tables are passed to whoever needs them, never found in a static place. {@link
 * io.streamalert.lookup.LookupTable} is implemented by drivers, each made by an {@code
 * io.streamalert.spi.LookupTableProvider} from a {@link io.streamalert.lookup.TableSpec}; a rule
 * sees all tables of its instance as {@link io.streamalert.lookup.LookupTables}.
 */
@NullMarked
package io.streamalert.lookup;

import org.jspecify.annotations.NullMarked;
