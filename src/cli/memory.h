/* How the program holds memory: freed memory is kept, and what many articles pass through is in large pages. */
#ifndef WAQAI_MEMORY_H
#define WAQAI_MEMORY_H

/* Of the whole program; before anything is allocated. */
void memory_keep(void);
/* Of a thread: the first `megabytes` that it allocates from now on are asked for in large pages, of which the system hands
 * out one where it would hand out 512.  A page costs something only where it is used.                                    */
void memory_large_pages(unsigned megabytes);

#endif
