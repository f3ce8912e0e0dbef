namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>
/// The calls of the kernel that a decoder needs: those of the runtime, the C library and libvips. A list of what is allowed stays right
/// where the kernel learns something new; a list of what is forbidden does not.
/// </summary>
internal static class AllowedCalls
{
    public static readonly SystemCall Open = new(2, -1);
    public static readonly SystemCall OpenAt = new(257, 56);
    public static readonly SystemCall DescriptorControl = new(72, 25);
    public static readonly SystemCall DeviceControl = new(16, 29);
    public static readonly SystemCall Clone = new(56, 220);
    public static readonly SystemCall Clone3 = new(435, 435);
    public static readonly SystemCall OpenAt2 = new(437, 437);
    public static readonly SystemCall Kill = new(62, 129);
    public static readonly SystemCall ThreadKill = new(234, 131);
    public static readonly SystemCall ProcessControl = new(157, 167);
    public static readonly SystemCall ProcessLimits = new(302, 261);
    public static readonly SystemCall SetAffinity = new(203, 122);

    /// <summary>Those that are allowed whatever their arguments.</summary>
    public static readonly IReadOnlyList<SystemCall> Plain =
    [
        // Bytes of descriptors that are open already.
        new(0, 63), // read
        new(1, 64), // write
        new(19, 65), // readv
        new(20, 66), // writev
        new(17, 67), // pread64
        new(18, 68), // pwrite64
        new(77, 46), // ftruncate
        new(8, 62), // lseek
        new(3, 57), // close
        new(5, 80), // fstat
        new(32, 23), // dup
        new(292, 24), // dup3
        new(221, 223), // fadvise64
        new(138, 44), // fstatfs
        new(7, -1), // poll
        new(271, 73), // ppoll
        new(23, -1), // select
        new(270, 72), // pselect6
        new(293, 59), // pipe2
        new(290, 19), // eventfd2

        // Finding its own program files; which of them may be opened is for Landlock to say.
        new(262, 79), // newfstatat
        new(4, -1), // stat
        new(6, -1), // lstat
        new(332, 291), // statx
        new(21, -1), // access
        new(269, 48), // faccessat
        new(439, 439), // faccessat2
        new(89, -1), // readlink
        new(267, 78), // readlinkat
        new(79, 17), // getcwd
        new(217, 61), // getdents64
        new(137, 43), // statfs
        new(73, 32), // flock

        // Memory.
        new(9, 222), // mmap
        new(11, 215), // munmap
        new(25, 216), // mremap
        new(10, 226), // mprotect
        new(28, 233), // madvise
        new(12, 214), // brk
        new(27, 232), // mincore
        new(324, 283), // membarrier
        new(149, 228), // mlock
        new(150, 229), // munlock
        new(239, 236), // get_mempolicy

        // Its own threads.
        new(202, 98), // futex
        new(449, 449), // futex_waitv
        new(273, 99), // set_robust_list
        new(274, 100), // get_robust_list
        new(334, 293), // rseq
        new(218, 96), // set_tid_address
        new(158, -1), // arch_prctl
        new(60, 93), // exit
        new(231, 94), // exit_group
        new(186, 178), // gettid
        new(39, 172), // getpid
        new(110, 173), // getppid
        new(24, 124), // sched_yield
        new(204, 123), // sched_getaffinity
        new(143, 121), // sched_getparam
        new(145, 120), // sched_getscheduler
        new(146, 125), // sched_get_priority_max
        new(147, 126), // sched_get_priority_min

        // Its own signals.
        new(13, 134), // rt_sigaction
        new(14, 135), // rt_sigprocmask
        new(15, 139), // rt_sigreturn
        new(131, 132), // sigaltstack
        new(128, 137), // rt_sigtimedwait
        new(127, 136), // rt_sigpending
        new(219, 128), // restart_syscall

        // The time.
        new(228, 113), // clock_gettime
        new(229, 114), // clock_getres
        new(230, 115), // clock_nanosleep
        new(35, 101), // nanosleep
        new(96, 169), // gettimeofday
        new(201, -1), // time
        new(100, 153), // times

        // What it is and where.
        new(63, 160), // uname
        new(99, 179), // sysinfo
        new(98, 165), // getrusage
        new(97, 163), // getrlimit
        new(102, 174), // getuid
        new(107, 175), // geteuid
        new(104, 176), // getgid
        new(108, 177), // getegid
        new(125, 90), // capget
        new(318, 278), // getrandom
        new(309, 168), // getcpu
    ];
}
