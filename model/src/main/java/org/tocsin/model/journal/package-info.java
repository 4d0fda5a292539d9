/** What people and rules decide: commands, what becomes of them, and the entities they change. */
@NullMarked
package org.tocsin.model.journal;

import org.jspecify.annotations.NullMarked;
